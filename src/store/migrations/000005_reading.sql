-- Up Migration

-- Up to when what people do in each channel was handled (epoch milliseconds of the chat server), so that
-- whichever instance reads next goes on from there.
create table channel_marks (
  channel text primary key,
  handled_until bigint not null
);

-- Down Migration

drop table channel_marks;
