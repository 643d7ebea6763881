-- Who an account is at the commission's own identity provider. Linked by the security administrator only: nothing is matched by
-- name or address, and no account is made of itself.
create table account_identity (
  issuer     text not null,
  subject    text not null,
  account_id integer not null references account,
  linked_at  timestamptz not null,
  primary key (issuer, subject)
);

create index account_identity_account_idx on account_identity (account_id);

-- The provider that vouched for whoever opened the session, null after a password; and whether it said that a second factor was asked for.
alter table session
  add column issuer text,
  add column vouched boolean not null default false;
