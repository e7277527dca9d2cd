# The draft as it is printed, then the export judged with it; $1 is duly.
"$1" mapping suggest *.csv >draft.yaml
echo "the draft ended with $?"
sed 's/^/draft: /' draft.yaml
"$1" judge --mapping ./draft.yaml --rules england *.csv
