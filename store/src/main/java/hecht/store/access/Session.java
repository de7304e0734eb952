package hecht.store.access;

/// Who is signed in, as of now: a role that changed has changed in open sessions too.
public record Session(AccountName account, Role role) {}
