-- Forgets the aliases of areas that are about to get new ones. One row for each alias that went.
delete from area_alias
where area_id = any(:areaIds::int[])
returning area_id;
