-- Takes a decision back. One row, or none when that was done before.
update address_decision
set undone_at = :now::timestamptz,
    undone_by = :by::text
where id = :id::int
  and undone_at is null
returning id;
