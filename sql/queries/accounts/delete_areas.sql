-- Takes all areas away from an account. One row per area it had.
delete from account_area
where account_id = :id::int
returning code;
