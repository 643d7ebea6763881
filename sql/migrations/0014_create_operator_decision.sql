-- What people decided about names of operators. A decision goes by names, not by ids, so that it holds for operators that come
-- with the next import; it is never changed: undoing it says when and by whom, and what was decided stays readable.
-- `merge`: all names count as `counts_as`; `separate`: they stay apart, and are not proposed again; `hold`: to be looked at later;
-- `nobody`: they name nobody (SELF, 本人); `somebody`: they do, whatever they look like.
create table operator_decision (
  id         integer generated always as identity primary key,
  dataset_id integer not null references dataset,
  verdict    text not null check (verdict in ('merge', 'separate', 'hold', 'nobody', 'somebody')),
  names      text[] not null check (cardinality(names) > 0),
  counts_as  text check ((verdict = 'merge') = (counts_as is not null)),
  why        text not null,
  decided_by text not null,
  decided_at timestamptz not null,
  undone_by  text,
  undone_at  timestamptz check ((undone_at is null) = (undone_by is null))
);

create index operator_decision_dataset_idx on operator_decision (dataset_id);

-- Under whom the records of an operator count, as the decisions and the list of placeholders have it; kept up whenever either
-- changes or an operator comes new. The name stays as the source writes it.
alter table operator
  add column counts_as_id integer references operator on delete set null,
  add column names_nobody boolean not null default false;

create index operator_counts_as_idx on operator (counts_as_id) where counts_as_id is not null;

-- The one place where an operator as written becomes the operator that is counted; null names nobody. Everything that counts
-- operators, or asks for the records of one, goes through it.
create view counted_operator as
select
  id as operator_id,
  case when names_nobody then null else coalesce(counts_as_id, id) end as counts_as_id
from operator;

-- The operators that count as another one.
create view merged_operator as
select id as operator_id, counts_as_id
from operator
where counts_as_id is not null;

grant select on counted_operator, merged_operator, operator_decision to sunmap_staff, sunmap_staff_all;

-- Whoever sees the records of one name also sees the name that they count under.
drop policy staff_reads on operator;
create policy staff_reads on operator for select to sunmap_staff using (
  dataset_id = any(array(select id from dataset))
  and (
    (select current_setting('sunmap.all_areas', true)) = 'yes'
    or exists (select from record where record.dataset_id = operator.dataset_id and record.operator_id = operator.id)
    or exists (
      select
      from merged_operator
      join record on record.operator_id = merged_operator.operator_id
      where merged_operator.counts_as_id = operator.id
        and record.dataset_id = operator.dataset_id
    )
  )
);

-- A decision concerns records of any place.
alter table operator_decision enable row level security;

create policy staff_reads on operator_decision for select to sunmap_staff using (
  (select current_setting('sunmap.all_areas', true)) = 'yes'
  and dataset_id = any(array(select id from dataset))
);

create policy all_read on operator_decision for select to sunmap_staff_all using (true);
