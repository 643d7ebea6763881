-- How many areas of a measurement are in each tier. Tiers without areas are absent.
select tier, count(*)::int as areas
from area_indicator
where measurement_id = :measurementId::int
group by tier
order by tier;
