-- The stored cells (resolution 9) inside a cell of the given resolution.
select cell
from cell
where :cell::text = case :resolution::int when 7 then cell7 when 8 then cell8 else cell end
order by cell;
