-- Forgets which areas lie in which. One row for each link.
delete from area_within
returning area_id;
