-- One row per declared dataset that one may see, shipped ones first.
select id, code, declaration, shipped, revision
from dataset
where (:code::text is null or code = :code::text)
  and (:allDatasets::boolean or id = any(:scopeDatasets::int[]))
order by shipped desc, id;
