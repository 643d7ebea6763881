-- Keeps the hashes of an account's recovery codes. One row per code.
insert into recovery_code (account_id, code_hash)
select :id::int, code_hash
from unnest(:hashes::text[]) as made (code_hash)
returning code_hash as "codeHash";
