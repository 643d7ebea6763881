-- What the planner knows of the tables that imports fill. Without it the measuring of 5,000 records was seen to take 13 times
-- as long: the embedded engine never looks by itself, and PostgreSQL only after a minute.
analyze record, place, place_area, cell;
