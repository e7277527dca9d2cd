# The draft as it is printed; then one made with the child's column named, and the two lists judged with it; $1 is duly.
"$1" mapping suggest *.csv >draft.yaml
echo "the draft ended with $?"
sed 's/^/draft: /' draft.yaml
"$1" mapping suggest --child "LCS ID" plans_2025-06-30.csv core_groups_2025-06-30.csv >second.yaml
echo "the second ended with $?"
"$1" judge --mapping ./second.yaml --rules england plans_2025-06-30.csv core_groups_2025-06-30.csv
