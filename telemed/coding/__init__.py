"""Codes of diagnoses (ICD-10): which list holds on a day, and how a code is found. The front door."""

from telemed.coding.service import Icd, list_on

__all__ = ["Icd", "list_on"]
