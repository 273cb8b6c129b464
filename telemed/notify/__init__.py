"""Reaching people who do not look at a page: Web Push, gateways for SMS, Zalo and telephones, and notices."""
