-- Who is with us for less than a year is not unheard for one: months tell that of every relationship, so that everybody is
-- folded anew.

UPDATE course SET model = 0;
