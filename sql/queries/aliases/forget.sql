-- Takes back a name that a person taught. One row, or none when there is no such name.
delete from area_alias
where area_id = :areaId::int
  and alias = :alias::text
  and source = 'learnt'
returning area_id as "areaId";
