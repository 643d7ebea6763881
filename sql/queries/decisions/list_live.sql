-- What addresses are placed by before anything else: one row per address of an office with a decision that counts.
select distinct on (county_code, address)
  county_code as "countyCode",
  address,
  area_id     as "areaId",
  lng,
  lat
from address_decision
where undone_at is null
order by county_code, address, id desc;
