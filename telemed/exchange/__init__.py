"""What other systems read of us: neutral values of one case, adapters out of them, keys, webhooks, imports."""
