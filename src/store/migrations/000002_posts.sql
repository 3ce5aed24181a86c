-- Up Migration

-- Key of the post that an entry is part of, from the first request on; entries said together share it.
alter table agenda add column post text;
update agenda set post = recruitment || '/' || key where attempted_at is not null or message is not null;
create index agenda_post on agenda (post) where post is not null;

-- Down Migration
-- There is no way back: restore a back-up.
