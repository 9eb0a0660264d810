-- What the simulator took holds numbers and words of customers: it is forgotten after a while.
grant delete on notices.simulated to gongshui_app;
create index simulated_by_time on notices.simulated (utility_id, at);
