-- What an organisation decides about itself, what it imported, and what was kept aside of that.

-- One row per setting that was made; one that was not made has its default in code.
CREATE TABLE setting (
    name text COLLATE "C" PRIMARY KEY,
    value text NOT NULL
);

-- One row per model there ever was, as the JSON text of a model file. Nothing in a model moves by itself: another one is a
-- new row, and one of them is active.
CREATE TABLE model (
    number integer PRIMARY KEY,
    made timestamptz NOT NULL,
    origin text NOT NULL,                    -- built_in, counted, given, fitted
    text text NOT NULL,
    active boolean NOT NULL
);
CREATE UNIQUE INDEX model_active ON model (active) WHERE active;

-- One row per rule file (YAML) that was ever put; the active one overrides rules of the preset.
CREATE TABLE rule_file (
    number integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    made timestamptz NOT NULL,
    yaml text NOT NULL,
    active boolean NOT NULL
);
CREATE UNIQUE INDEX rule_file_active ON rule_file (active) WHERE active;

-- One row per mapping by which files are read.
CREATE TABLE mapping (
    name text COLLATE "C" PRIMARY KEY,
    yaml text NOT NULL,
    changed timestamptz NOT NULL
);

-- One row per import, running or over. Events read = accepted + repeated + conflicting + rejected + erased + not switched
-- on; rows stand beside it.
CREATE TABLE import (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    file text NOT NULL,
    mapping text,
    begun timestamptz NOT NULL,
    told timestamptz NOT NULL,               -- when it was last heard of
    ended timestamptz,
    state text NOT NULL,                     -- running, done, failed, broken_off
    failure text,                            -- the sentence, where it failed
    bytes_read bigint NOT NULL DEFAULT 0,
    bytes bigint NOT NULL DEFAULT -1,        -- −1 where unknown
    rows bigint NOT NULL DEFAULT 0,
    rows_without_event bigint NOT NULL DEFAULT 0,
    accepted bigint NOT NULL DEFAULT 0,
    repeated bigint NOT NULL DEFAULT 0,
    conflicting bigint NOT NULL DEFAULT 0,
    rejected bigint NOT NULL DEFAULT 0,
    erased bigint NOT NULL DEFAULT 0,
    not_switched_on bigint NOT NULL DEFAULT 0,
    without_employee bigint NOT NULL DEFAULT 0
);

-- One row per reason for which rows of an import were kept aside, with the first row that had it.
CREATE TABLE import_reason (
    import bigint NOT NULL REFERENCES import ON DELETE CASCADE,
    place integer NOT NULL,                  -- 0 for the most frequent
    field text NOT NULL,
    times bigint NOT NULL,
    example text NOT NULL,                   -- empty once the customer it told of was erased
    customer text COLLATE "C",               -- of whom it tells, where that could be read
    PRIMARY KEY (import, place)
);

-- One row per input row that is kept aside until it is mended, dismissed or 90 days old. The same row kept aside again is
-- the same one here.
CREATE TABLE quarantine (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    print bytea NOT NULL UNIQUE,             -- of the row and of what is wrong with it
    import bigint NOT NULL,
    since timestamptz NOT NULL,
    file text NOT NULL,
    place bigint NOT NULL,                   -- which row of the file
    source text COLLATE "C",                 -- absent where it could not be read
    id text COLLATE "C",
    customer text COLLATE "C",
    problems text NOT NULL,                  -- JSON: a list of {field, expected, found, remedy}
    line boolean NOT NULL,                   -- whether the row is the line as it was, or an object made of its cells
    row text NOT NULL                        -- JSON: the row itself
);
CREATE INDEX quarantine_name ON quarantine (source, id);
CREATE INDEX quarantine_since ON quarantine (since);

-- One row per moment that a steward wrote down, to be shown beside what moved the figures.
CREATE TABLE moment (
    number integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    day date NOT NULL,
    text text NOT NULL
);
CREATE INDEX moment_day ON moment (day);
