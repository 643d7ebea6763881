-- Makes cells known with their parents. One row for each new cell.
insert into cell (cell, cell8, cell7)
select cell, cell8, cell7
from unnest(:cells::text[], :cells8::text[], :cells7::text[]) as entry (cell, cell8, cell7)
order by cell
on conflict do nothing
returning cell;
