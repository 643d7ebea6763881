-- Forgets all neighbours within a level. One row for each link that went.
delete from area_neighbour
where area_id in (select id from area where level = :level::text)
returning area_id;
