-- What is believed of every relationship, folded from the events of V1. Everything here can be made anew from them; what
-- people wrote themselves is only in saved_view. Text is compared byte by byte (COLLATE "C"), as in V1.

-- What moved health: a goal, or else a type of event, and the rule that names what happened. One row per driver ever met, so
-- that rows elsewhere keep a number.
CREATE TABLE driver (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    is_goal boolean NOT NULL,
    about text COLLATE "C" NOT NULL,
    rule text COLLATE "C" NOT NULL,
    UNIQUE (is_goal, about, rule)
);

-- One row per customer of whom an event counts: what is gone on from, and what is kept of its last 24 months in binary form.
CREATE TABLE course (
    customer text COLLATE "C" PRIMARY KEY,
    model integer NOT NULL,                  -- the number of the model it was folded with
    as_of timestamptz NOT NULL,              -- the moment up to which it was read
    state bytea NOT NULL,                    -- after the last event
    trail bytea NOT NULL,                    -- 24 months in 168 bytes, kept after departure
    months bytea NOT NULL,                   -- what Pulse adds up of each of them
    episodes bigint NOT NULL                 -- a hash of its rows in episode, which seldom change
);

-- One row per relationship that began, as of `as_of`: everything a list shows, and what lists are filtered and sorted by.
CREATE TABLE relationship (
    customer text COLLATE "C" PRIMARY KEY,
    as_of timestamptz NOT NULL,
    since timestamptz NOT NULL,
    ended timestamptz,                       -- absent while it runs
    name text,
    segment text COLLATE "C",
    region text COLLATE "C",
    margin double precision,                 -- a year
    words text[] NOT NULL,                   -- of the name and the key, in lower case, to search in
    health double precision NOT NULL,
    low double precision NOT NULL,           -- of the four-in-five interval
    high double precision NOT NULL,
    spread double precision NOT NULL,
    los double precision NOT NULL,           -- the belief
    koel double precision NOT NULL,
    warm double precision NOT NULL,
    hecht double precision NOT NULL,
    condition smallint NOT NULL,             -- the most likely one: 0 los to 3 hecht
    in_view boolean NOT NULL,
    information double precision NOT NULL,   -- how much more is known than silence tells
    attitude double precision NOT NULL,      -- the chance to be warm or close
    stays boolean NOT NULL,                  -- whether behaviour is high
    staying double precision NOT NULL,       -- twelve months under the door's calendar; in rhythm: buys within 90 days
    change double precision,                 -- points since three month-ends back; absent where it did not run throughout
    moved_driver integer,                    -- of driver: what moved it most since then; absent for time and silence
    moved_points double precision,
    emotion double precision NOT NULL,
    experience double precision NOT NULL,
    intention double precision NOT NULL,
    behaviour double precision NOT NULL,
    phi double precision NOT NULL,
    opens_on timestamptz,                    -- when the next lock ends
    leaving_open double precision,           -- expected to leave in twelve months, the door open; absent in rhythm
    leaving_as_is double precision,
    products text[] NOT NULL,
    last_perceived timestamptz,
    last_heard timestamptz,
    last_sign timestamptz NOT NULL,          -- the later of the two, else since
    last_asked timestamptz,
    last_double_failure timestamptz,
    last_recovery timestamptz
);

-- Lists: only relationships that run, in the order of a column and of keys; whatever is absent comes last.
CREATE INDEX relationship_health ON relationship (health, customer) WHERE ended IS NULL;
CREATE INDEX relationship_margin ON relationship ((coalesce(margin, '-Infinity')), customer) WHERE ended IS NULL;
CREATE INDEX relationship_low_margin ON relationship ((coalesce(margin, 'Infinity')), customer) WHERE ended IS NULL;
CREATE INDEX relationship_change ON relationship ((coalesce(change, 'Infinity')), customer) WHERE ended IS NULL;
CREATE INDEX relationship_rise ON relationship ((coalesce(change, '-Infinity')), customer) WHERE ended IS NULL;
CREATE INDEX relationship_heard ON relationship ((coalesce(last_heard, '-infinity')), customer) WHERE ended IS NULL;
CREATE INDEX relationship_opens ON relationship ((coalesce(opens_on, 'infinity')), customer) WHERE ended IS NULL;

-- Views that find few.
CREATE INDEX relationship_double_failure ON relationship (last_double_failure) WHERE last_double_failure IS NOT NULL;
CREATE INDEX relationship_recovery ON relationship (last_recovery) WHERE last_recovery IS NOT NULL;

-- Finding somebody by a key, a word of a name, or how a name begins.
CREATE INDEX relationship_words ON relationship USING gin (words);
CREATE INDEX relationship_name ON relationship (lower(name) text_pattern_ops);

-- One row per episode: everything one customer went through for one goal.
CREATE TABLE episode (
    customer text COLLATE "C" NOT NULL,
    number integer NOT NULL,                 -- its place among the customer's, 0 first
    goal text,
    case_id text,
    product text,
    opened timestamptz NOT NULL,
    closed timestamptz,                      -- absent while it is open
    ending text NOT NULL,
    class text,                              -- the worst encounter it gave, or the good one; absent without any
    quality double precision NOT NULL,
    contacts integer NOT NULL,
    promised_by timestamptz,
    right_ours boolean,                      -- right first time by our count; absent where there was nothing to fulfil
    right_theirs boolean,                    -- and by the customer's count
    PRIMARY KEY (customer, number)
);

-- The one row that says what the summaries below were made from.
CREATE TABLE settled (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    as_of timestamptz NOT NULL,
    model integer NOT NULL,
    at timestamptz NOT NULL,                 -- when
    running integer NOT NULL,
    mean_attitude double precision NOT NULL, -- what attitude is held against
    upper_margin double precision,           -- three in four have less; absent without margins
    lower_health double precision NOT NULL   -- one in four has less
);

-- One row per month, segment and region; '' stands for all of them. Sums over all relationships that ran at its end; the
-- places of figures are those of Java's Sums.
CREATE TABLE pulse_month (
    month date NOT NULL,
    segment text COLLATE "C" NOT NULL,
    region text COLLATE "C" NOT NULL,
    month_end timestamptz NOT NULL,          -- as of, in the month that runs
    customers integer NOT NULL,
    in_view integer NOT NULL,
    health double precision NOT NULL,
    los double precision NOT NULL,
    koel double precision NOT NULL,
    warm double precision NOT NULL,
    hecht double precision NOT NULL,
    figures double precision[] NOT NULL,
    histogram real[] NOT NULL,               -- of each bin of one point: place, number, four shares
    PRIMARY KEY (month, segment, region)
);

-- One row per driver that moved anybody in a month who stayed; those of fewer than 30 customers are added up under number 0.
CREATE TABLE pulse_driver (
    month date NOT NULL,
    segment text COLLATE "C" NOT NULL,
    region text COLLATE "C" NOT NULL,
    driver integer NOT NULL,
    customers integer NOT NULL,
    points double precision NOT NULL,        -- of all of them together
    squares double precision NOT NULL,
    PRIMARY KEY (month, segment, region, driver)
);

-- One row per moment that touched many customers in one week, and not in the same week of the three months before.
CREATE TABLE pulse_moment (
    name text COLLATE "C" NOT NULL,          -- type and kind of event
    first_day date NOT NULL,
    last_day date NOT NULL,
    customers integer NOT NULL,
    PRIMARY KEY (name, first_day)
);

-- One row per view of one's own: a selection of the list under a name.
CREATE TABLE saved_view (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL UNIQUE,
    selection text NOT NULL,                 -- as in the address of the list
    made timestamptz NOT NULL
);

-- One row per view, built in or one's own: what it selects, counted when summaries were made.
CREATE TABLE view_count (
    view text COLLATE "C" PRIMARY KEY,       -- the word of a built-in one, or the number of one's own
    customers integer NOT NULL,
    margin double precision NOT NULL,
    leaving double precision NOT NULL,       -- expected to go in twelve months, the door open
    variance double precision NOT NULL,      -- of that
    not_in_view integer NOT NULL
);

-- ---- for reading from elsewhere; these stay as they are

-- One row per relationship that runs: the columns of `hecht score`, and what is known of the customer.
CREATE VIEW v_health AS
SELECT r.customer, r.health, r.low, r.high, r.spread, r.in_view,
    (ARRAY['los', 'koel', 'warm', 'hecht'])[r.condition + 1] AS condition,
    r.los, r.koel, r.warm, r.hecht,
    CASE
        WHEN r.attitude >= s.mean_attitude - 1e-9 THEN CASE WHEN r.stays THEN 'true' ELSE 'latent' END
        ELSE CASE WHEN r.stays THEN 'spurious' ELSE 'none' END
    END AS quadrant,
    r.phi AS door, r.last_perceived, r.as_of, r.segment, r.region, r.margin
FROM relationship r CROSS JOIN settled s
WHERE r.ended IS NULL;

-- One row per episode.
CREATE VIEW v_episode AS
SELECT customer, goal, case_id AS "case", opened, closed, ending AS outcome, class, quality, contacts, right_ours, right_theirs
FROM episode;

-- One row per month, segment and region; absent stands for all of them. Figures of fewer than 30 customers are here as well:
-- who may read this view sees people, as a member does.
CREATE VIEW v_pulse_month AS
SELECT month, nullif(segment, '') AS segment, nullif(region, '') AS region, customers, in_view, health, los, koel, warm, hecht
FROM pulse_month;

COMMENT ON VIEW v_health IS 'One row per relationship that runs: the columns of hecht score, with segment, region and margin a year.';
COMMENT ON VIEW v_episode IS 'One row per episode: everything one customer went through for one goal; right first time by our count and by the customer''s.';
COMMENT ON VIEW v_pulse_month IS 'One row per month, segment and region: how many relationships ran at its end, how many were in view, mean health, mean belief.';
