-- Takes all recovery codes of an account away. One row per code.
delete from recovery_code
where account_id = :id::int
returning code_hash as "codeHash";
