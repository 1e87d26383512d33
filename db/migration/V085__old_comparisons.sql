-- Comparisons of stock leave when they are old: "which ended before" (daily).
create index stock_reconciliation_ended on stock_reconciliation (ended_at) where ended_at is not null;
