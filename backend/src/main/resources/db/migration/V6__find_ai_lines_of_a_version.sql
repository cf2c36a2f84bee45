-- Which versions of experiments there are, when each was last asked, and the lines of one.
create index ai_line_by_version on ai_line (experiment_version, written_at)
  where experiment_version is not null;
