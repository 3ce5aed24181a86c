-- Up Migration

-- Which browser a personal page was opened in. Both are fingerprints or random: nothing names anyone.
create table page_bindings (
  page text primary key,
  browser text not null,
  until timestamptz not null
);

-- Down Migration

drop table page_bindings;
