-- What was found wrong with the areas of a level when they were last loaded or checked (geodata/model/level-inspection.ts).
create table area_inspection (
  level        text primary key,
  inspected_at timestamptz not null,
  inspection   jsonb not null
);

-- A count holds for a day: households of 2010 and of 2020 are two numbers, and both are kept. What was loaded so far did not say its day.
alter table area_denominator add column as_of date;
update area_denominator set as_of = loaded_on;
alter table area_denominator alter column as_of set not null;
alter table area_denominator drop constraint area_denominator_pkey;
alter table area_denominator add primary key (area_id, denominator, as_of, source);
