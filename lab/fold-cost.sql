-- What it costs to read some customers' events and to write what is believed of them anew: 4,000 drawn by chance, as many as
-- hecht folds at once. On the database of a folder while nothing comes in; everything is rolled back. The first run reads from
-- the disk what is not in memory, later ones do not.
--
--   PGPASSWORD=... psql -h 127.0.0.1 -p PORT -U hecht -f lab/fold-cost.sql hecht
--
-- The port is the fourth line of DATA/database/postmaster.pid, the password is in DATA/database.password.

\set ON_ERROR_STOP on
\pset pager off
BEGIN;
SET LOCAL max_parallel_workers_per_gather = 0;
SET LOCAL work_mem = '64MB';
CREATE TEMPORARY TABLE drawn ON COMMIT DROP AS SELECT customer FROM course ORDER BY random() LIMIT 4000;
SELECT set_config('hecht.customers', array_agg(customer)::text, true) IS NOT NULL AS drawn FROM drawn;
CREATE TEMPORARY TABLE courses ON COMMIT DROP AS
    SELECT course.* FROM course JOIN drawn USING (customer) ORDER BY customer;
CREATE TEMPORARY TABLE relationships ON COMMIT DROP AS
    SELECT relationship.* FROM relationship JOIN drawn USING (customer) ORDER BY customer;

\echo '---- reading their events, page by page'
SET LOCAL enable_seqscan = off;
SET LOCAL enable_indexscan = off;
EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) SELECT customer, time, source, id, type, fields FROM event
WHERE customer = ANY (current_setting('hecht.customers')::text[]) ORDER BY customer, time, rank, source, id;
RESET enable_seqscan;
RESET enable_indexscan;

\echo '---- taking away and writing course'
EXPLAIN (ANALYZE, BUFFERS, WAL, COSTS OFF) DELETE FROM course
WHERE customer = ANY (current_setting('hecht.customers')::text[]);
EXPLAIN (ANALYZE, BUFFERS, WAL, COSTS OFF) INSERT INTO course SELECT * FROM courses;

\echo '---- taking away and writing relationship, with its indexes'
EXPLAIN (ANALYZE, BUFFERS, WAL, COSTS OFF) DELETE FROM relationship
WHERE customer = ANY (current_setting('hecht.customers')::text[]);
EXPLAIN (ANALYZE, BUFFERS, WAL, COSTS OFF) INSERT INTO relationship SELECT * FROM relationships;
ROLLBACK;
