### The screens: buttons, headings, messages.
