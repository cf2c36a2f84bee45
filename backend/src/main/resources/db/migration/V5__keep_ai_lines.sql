-- What the AI request log says of calls to providers and of analyses they might have answered, one
-- JSON object a row, so that providers can be compared where logs are not at hand.
create table ai_line (
  analysis_id        varchar(36)  not null,
  written_at         bigint       not null,
  experiment_version varchar(200),
  line               text         not null
);

create index ai_line_by_analysis on ai_line (analysis_id);
create index ai_line_by_time on ai_line (written_at);
