-- Areas whose name, code or pinyin begins with or contains the text, best first; at most 20. The text comes lower-cased
-- with % and _ escaped.
select
  area.level,
  area.code,
  area.name,
  parent.name as "parentName"
from disclosure.area
left join disclosure.area parent on parent.level = area.parent_level and parent.code = area.parent_code
where area.code like :text::text || '%'
   or lower(area.name) like '%' || :text::text || '%'
   or area.pinyin like '%' || :text::text || '%'
order by
  (lower(area.name) like :text::text || '%' or area.code = :text::text) desc,
  (area.pinyin like :text::text || '%') desc,
  length(area.name),
  area.code
limit 20;
