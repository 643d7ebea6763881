-- Forgets the aliases that areas got from a file and are about to get anew; what a person taught stays. One row for each that went.
delete from area_alias
where area_id = any(:areaIds::int[])
  and source = 'given'
returning area_id;
