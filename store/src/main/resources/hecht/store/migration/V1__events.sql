-- What happened, who is who, and who asked to be forgotten. Text is compared byte by byte (COLLATE "C"), which is the order
-- of core's CanonicalOrder: reading the primary key of `event` in order is the canonical order of every customer's events.

-- One row per event that counts. `fields` is everything but the other columns, as the text of a JSON object.
CREATE TABLE event (
    time timestamptz NOT NULL,
    digest bigint NOT NULL,                  -- of the content: tells a repetition from a conflict
    rank smallint NOT NULL,
    customer text COLLATE "C" NOT NULL,      -- the key under which it counts
    source text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    type text COLLATE "C" NOT NULL,
    fields text COLLATE "C" NOT NULL,
    came_as text COLLATE "C",                -- the key under which it came, where a merge gave it another one
    PRIMARY KEY (customer, time, rank, source, id),
    UNIQUE (source, id)                      -- ids are unique for ever, whoever's they are
);

-- The one row that says how much there is, kept by every intake: nobody counts events to show a page.
CREATE TABLE intake (
    one boolean PRIMARY KEY DEFAULT true CHECK (one), -- so that there is no second
    events bigint NOT NULL DEFAULT 0,
    erased bigint NOT NULL DEFAULT 0,        -- events removed because their customers asked for it
    latest timestamptz                       -- time of the latest event; absent without any
);
INSERT INTO intake DEFAULT VALUES;

-- One row per customer of whom an event counts: what is known of it, the last value in canonical order. Written by who
-- folds, together with the state, since only the whole history says which value is the last.
CREATE TABLE customer (
    customer text COLLATE "C" PRIMARY KEY,
    name text,
    segment text,
    region text,
    margin double precision
);

-- One row per key that was merged into another, with the last key of its chain.
CREATE TABLE alias (
    key text COLLATE "C" PRIMARY KEY,
    customer text COLLATE "C" NOT NULL
);
CREATE INDEX alias_customer ON alias (customer);

-- One row per merge that was told and is not erased, under the keys with which it came; those kept aside would close a
-- circle. Kept apart from `event`, because a merge that comes later and happened earlier may change what all of them say.
CREATE TABLE merge (
    source text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    time timestamptz NOT NULL,
    customer text COLLATE "C" NOT NULL,
    from_key text COLLATE "C" NOT NULL,
    digest bigint NOT NULL,
    fields text COLLATE "C" NOT NULL,
    aside boolean NOT NULL,
    PRIMARY KEY (source, id)
);
CREATE INDEX merge_customer ON merge (customer);
CREATE INDEX merge_from ON merge (from_key);

-- One row per arrival at a customer that is to be folded; `since` is the time of the earliest event that came, and the
-- epoch where everything is to be folded from the start. Only added to and removed, so that intake and folding never wait
-- for one another.
CREATE TABLE mark (
    customer text COLLATE "C" NOT NULL,
    since timestamptz NOT NULL
);
CREATE INDEX mark_customer ON mark (customer);

-- The keys with which hashes of erased customers' keys are made; a restore adds those of the other database.
CREATE TABLE tombstone_key (
    number integer PRIMARY KEY,
    key bytea NOT NULL
);

-- One row per erasure of a key, as a keyed hash: what happened up to `until` is refused when it comes again. An earlier
-- erasure stays beside a later one, since a merge that comes late may have happened before the first or between the two.
CREATE TABLE tombstone (
    key_number integer NOT NULL REFERENCES tombstone_key,
    hash bytea NOT NULL,
    until timestamptz NOT NULL,
    PRIMARY KEY (hash, key_number, until)
);
