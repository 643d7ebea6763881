-- One row per place, with its areas in ascending order.
select id, area_ids as "areaIds"
from place
order by id;
