-- Gives an area a further name that a person taught. One row, or none when it has that name already.
insert into area_alias (area_id, alias, source, added_by, added_at)
values (:areaId::int, :alias::text, 'learnt', :by::text, :now::timestamptz)
on conflict do nothing
returning area_id as "areaId";
