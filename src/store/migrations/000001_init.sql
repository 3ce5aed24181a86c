-- Up Migration

create extension if not exists btree_gist;

-- One row per recruitment. Locked by whoever changes it, so that a stream has one writer at a time.
create table recruitments (
  id text primary key,
  version integer not null default 0,
  -- Version of the rules that derived its agenda; another one means it must be derived anew.
  agenda_version text not null default ''
);

create table events (
  recruitment text not null references recruitments,
  version integer not null,
  schema smallint not null,
  type text not null,
  at timestamptz not null,
  by text not null,
  data jsonb not null,
  primary key (recruitment, version)
);

-- Everything that people typed. The only table with names, links, evidence and levels.
create table texts (
  id text primary key,
  recruitment text not null references recruitments,
  kind text not null,
  application text,
  interview text,
  author text not null,
  body jsonb not null,
  created_at timestamptz not null
);
create index on texts (recruitment, kind);
create index on texts (application);

-- Who was given what is sealed or personal, and when; refusals too.
create table text_reads (
  id bigint generated always as identity primary key,
  text text not null references texts on delete cascade,
  reader text not null,
  granted boolean not null,
  at timestamptz not null
);
create index on text_reads (text);

-- Interactions that had their effect, so that a redelivery has none.
create table handled_interactions (
  id text primary key,
  recruitment text not null,
  -- Fingerprint of what was sent, so that another version of the same form is not taken for the first.
  content text not null,
  at timestamptz not null
);

create table agenda (
  recruitment text not null references recruitments,
  key text not null,
  kind text not null,
  conversation text not null,
  -- Orders entries that are due at the same instant.
  position integer not null,
  entry jsonb not null,
  due_at timestamptz not null,
  useful_until timestamptz,
  shows text not null,
  status text not null default 'pending' check (status in ('pending', 'said', 'skipped', 'failed')),
  attempted_at timestamptz,
  withdrawn boolean not null default false,
  said_shows text,
  message jsonb,
  primary key (recruitment, key)
);
create index agenda_pending on agenda (conversation, due_at) where status = 'pending' and not withdrawn;
create index agenda_stale on agenda (conversation) where status = 'said' and shows <> said_shows;

-- One speaker per conversation, by this database's clock.
create table leases (
  conversation text primary key,
  holder text not null,
  expires_at timestamptz not null
);

create table memberships (
  person text not null,
  recruitment text not null references recruitments,
  standing text not null,
  primary key (person, recruitment, standing)
);
create index on memberships (recruitment);

create table obligations (
  recruitment text not null references recruitments,
  person text not null,
  kind text not null,
  interview text not null default '',
  since timestamptz not null,
  primary key (recruitment, person, kind, interview)
);
create index on obligations (person);

create table interview_slots (
  interview text not null,
  recruitment text not null references recruitments,
  person text not null,
  during tstzrange not null,
  primary key (interview, person),
  exclude using gist (person with =, during with &&)
);
create index on interview_slots (recruitment);

create table channels (
  channel text primary key,
  recruitment text not null references recruitments
);

-- Generated once, when the environment gives none.
create table secrets (
  name text primary key,
  value text not null
);

-- Down Migration
-- There is no way back: restore a back-up.
