-- Creates an account; the one row is its id, none when the name is taken.
insert into account (name, display_name, role, state, all_areas, all_datasets, demo, password_hash, password_set_at, password_temporary, created_at, created_by)
values (:name::text, :displayName::text, :role::text, 'enabled', :allAreas::boolean, :allDatasets::boolean, :demo::boolean, :passwordHash::text, :now::timestamptz, :passwordTemporary::boolean, :now::timestamptz, :createdBy::int)
on conflict (name) do nothing
returning id;
