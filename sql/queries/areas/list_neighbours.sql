-- One row per area of a level that has neighbours, or that one area alone. Islands are absent.
select
  area_neighbour.area_id                                              as "areaId",
  array_agg(area_neighbour.neighbour_id order by area_neighbour.neighbour_id) as "neighbourIds"
from area_neighbour
join area on area.id = area_neighbour.area_id
where area.level = :level::text
  and (:areaId::int is null or area_neighbour.area_id = :areaId::int)
group by area_neighbour.area_id
order by area_neighbour.area_id;
