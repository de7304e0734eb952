-- What the bars of Pulse lead to, and figures it tells more of. Everybody is folded anew to fill them.

-- The drivers that moved a relationship that stayed, in the month of as_of: a bar of what moved it lists whom it moved.
ALTER TABLE relationship ADD COLUMN movers integer[] NOT NULL DEFAULT '{}';
CREATE INDEX relationship_movers ON relationship USING gin (movers) WHERE ended IS NULL;

-- Of each bin of one point in which anybody stands who never acted: its place in the histogram, their number. Months that were
-- summed before this have none.
ALTER TABLE pulse_month ADD COLUMN never_heard real[] NOT NULL DEFAULT '{}';

-- The variance of who is held back has a place of its own at the end of figures. In a month that is not summed again it is the
-- two variances together: the most it can be.
UPDATE pulse_month SET figures = figures || (figures[65] + figures[67]) WHERE cardinality(figures) = 103;

UPDATE course SET model = 0;
