-- How many recovery codes of an account are not used. One row.
select count(*)::int as "left"
from recovery_code
where account_id = :id::int
  and used_at is null;
