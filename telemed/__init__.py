"""Telemed: a commune station's doctor gets a hospital specialist beside the patient, and what they decide is kept."""
