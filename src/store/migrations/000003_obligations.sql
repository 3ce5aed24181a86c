-- Up Migration

-- Derived from the log, and derived anew at the next start: what one owes may now be about an
-- application, a report or a follow-up too.
drop table obligations;
create table obligations (
  recruitment text not null references recruitments,
  person text not null,
  kind text not null,
  -- Ids of what it is about.
  about jsonb not null default '{}',
  since timestamptz not null,
  primary key (recruitment, person, kind, about)
);
create index on obligations (person);

-- Down Migration
-- There is no way back: restore a back-up.
