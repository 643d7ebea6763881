-- One row if there is an area of the level, or none.
select level
from area
where level = :level::text
order by level
limit 1;
