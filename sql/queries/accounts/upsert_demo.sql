-- Makes a demo account ready with a new password; its one row is its id, none when the name belongs to a real account.
insert into account (name, display_name, role, state, all_areas, all_datasets, demo, password_hash, password_set_at, password_temporary, created_at)
values (:name::text, :displayName::text, :role::text, 'enabled', true, true, true, :passwordHash::text, :now::timestamptz, false, :now::timestamptz)
on conflict (name) do update set
  display_name       = excluded.display_name,
  role               = excluded.role,
  state              = 'enabled',
  all_areas          = true,
  all_datasets       = true,
  password_hash      = excluded.password_hash,
  password_set_at    = excluded.password_set_at,
  password_temporary = false,
  totp_secret        = null,
  totp_pending       = null
where account.demo
returning id;
