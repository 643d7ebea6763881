-- The account with an id, held until the transaction ends: nobody changes it meanwhile. One row, none for an unknown one.
select id
from account
where id = :id::int
for update;
