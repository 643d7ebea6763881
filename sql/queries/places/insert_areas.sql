-- Lists the areas of new places by level. One row for each.
insert into place_area (place_id, level, area_id)
select place.id, area.level, area.id
from place
join area on area.id = any(place.area_ids)
where place.id = any(:placeIds::int[])
on conflict do nothing
returning place_id as "placeId";
