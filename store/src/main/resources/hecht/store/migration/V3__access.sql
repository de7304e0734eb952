-- Who may do what, and who did. A secret (password, link, session, token) is never kept: only what tells it again.

-- One row is one person who may sign in. The password is Argon2id in its own notation, absent until the person chose one.
CREATE TABLE account (
    name      text COLLATE "C" PRIMARY KEY,
    role      text NOT NULL CHECK (role IN ('viewer', 'member', 'steward', 'owner')),
    password  text,
    made      timestamptz NOT NULL,
    signed_in timestamptz
);

-- One row is the latest one-time link of one account. Used ones stay until a new one is made, so that a second use can be
-- told from a guess.
CREATE TABLE link (
    account text COLLATE "C" PRIMARY KEY REFERENCES account ON DELETE CASCADE,
    digest  bytea NOT NULL UNIQUE,
    ends    timestamptz NOT NULL,
    used    timestamptz
);

-- One row is one browser that is signed in.
CREATE TABLE session (
    digest  bytea PRIMARY KEY,
    account text COLLATE "C" NOT NULL REFERENCES account ON DELETE CASCADE,
    began   timestamptz NOT NULL,
    seen    timestamptz NOT NULL
);
CREATE INDEX session_account ON session (account);

-- One row is one program that may ask, with what it may ask for.
CREATE TABLE token (
    name   text COLLATE "C" PRIMARY KEY,
    digest bytea NOT NULL UNIQUE,
    rights text[] NOT NULL,
    made   timestamptz NOT NULL,
    by     text NOT NULL,
    used   timestamptz
);

-- One row is one name tried from one address, as a digest: people type passwords where their name belongs.
CREATE TABLE attempt (
    whom     bytea PRIMARY KEY,
    failures integer NOT NULL,
    latest   timestamptz NOT NULL,
    until    timestamptz NOT NULL
);
CREATE INDEX attempt_latest ON attempt (latest);

-- One row is one thing somebody did, looked at or was refused; for refusals, all alike of one minute, so that who knocks
-- without end fills no disk. `who` outlives the account; `customer` goes when the customer is erased.
CREATE TABLE audit (
    number   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at       timestamptz NOT NULL,
    who      text NOT NULL,
    address  text NOT NULL,
    act      text NOT NULL,
    customer text COLLATE "C",
    erased   boolean NOT NULL DEFAULT false,
    detail   text NOT NULL,
    times    integer NOT NULL DEFAULT 1,
    minute   timestamptz,
    CHECK (minute IS NULL OR customer IS NULL)
);
CREATE INDEX audit_customer ON audit (customer) WHERE customer IS NOT NULL;
CREATE UNIQUE INDEX audit_minute ON audit (act, who, address, detail, minute) WHERE minute IS NOT NULL;
