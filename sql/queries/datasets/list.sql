-- One row per declared dataset, shipped ones first.
select id, code, declaration, shipped, revision
from dataset
where :code::text is null
   or code = :code::text
order by shipped desc, id;
