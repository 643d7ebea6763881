-- One row per area that shares a border with the area of this level and code; none for islands and areas without a boundary.
select neighbour.code, neighbour.name
from disclosure.area_neighbour
join disclosure.area neighbour on neighbour.level = area_neighbour.level and neighbour.code = area_neighbour.neighbour_code
where area_neighbour.level = :level::text
  and area_neighbour.code = :code::text
order by neighbour.code;
