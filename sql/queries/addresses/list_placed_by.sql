-- One row per office and address that was placed by its text, or could not be, with how many records of any dataset: those that contain a
-- stretch of text once white space is left out, and all that could not be placed. The stretch comes with % and _ escaped.
select
  county_code   as "countyCode",
  btrim(regexp_replace(normalize(whereabouts ->> 'address', nfkc), '[ \t\n\r\f\v]+', ' ', 'g')) as address,
  count(*)::int as records
from record
where whereabouts ->> 'address' is not null
  and (grade like 'address%' or place_problem like 'address-%')
  and (grade is null or replace(btrim(regexp_replace(normalize(whereabouts ->> 'address', nfkc), '[ \t\n\r\f\v]+', ' ', 'g')), ' ', '') like '%' || :stretch::text || '%')
group by 1, 2
order by 1, 2;
