### Titles and descriptions of pictures. The pieces are joined by commas into one sentence about a pose, spoken to
### those who do not see the picture.

# $pieces are the words below, already joined.
figure-title = { $exercise }: die Haltung
figure-sentence = { $pieces }.

figure-lying-back = in Rückenlage
figure-lying-front = in Bauchlage
figure-lying-side = auf der { $side ->
    [left] linken
   *[right] rechten
} Seite liegend
figure-sitting-chair = auf einem Stuhl sitzend
figure-sitting-floor = auf dem Boden sitzend
figure-hands-and-knees = auf Händen und Knien
figure-half-kneeling = auf dem { $side ->
    [left] linken
   *[right] rechten
} Knie kniend, der andere Fuß vorn
figure-kneeling = kniend
figure-standing = stehend
figure-standing-one = auf dem { $side ->
    [left] linken
   *[right] rechten
} Bein stehend
figure-foot-ahead = im Stand, der { $side ->
    [left] linke
   *[right] rechte
} Fuß vorn
figure-stepping = mitten im Schritt, der { $side ->
    [left] linke
   *[right] rechte
} Fuß vorn

figure-sitting-block = auf einem Block sitzend
figure-sitting-cushion = auf einem Kissen sitzend

figure-hips-lifted = Hüften vom Boden gehoben
figure-head-lifted = Kopf und Schultern gehoben
figure-chest-lifted = Brust gehoben, Hüften am Boden
figure-hips-to-heels = Hüften zurück Richtung Fersen
figure-on-forearm = auf den { $side ->
    [left] linken
   *[right] rechten
} Unterarm gestützt
figure-leaning-forward = nach vorn gelehnt
figure-leaning-back = nach hinten gelehnt
figure-back-rounded = Rücken rund
figure-back-arched = Rücken hohl
figure-turned = Rumpf nach { $side ->
    [left] links
   *[right] rechts
} gedreht
figure-bent-sideways = Rumpf nach { $side ->
    [left] links
   *[right] rechts
} geneigt

# What a joint does; $side is left, right or both.
figure-hip-right-angle =
    { $side ->
        [left] linke Hüfte
        [right] rechte Hüfte
       *[both] beide Hüften
    } im rechten Winkel gebeugt
figure-hip-deep =
    { $side ->
        [left] linkes Knie
        [right] rechtes Knie
       *[both] beide Knie
    } zur Brust gezogen
figure-hip-back =
    { $side ->
        [left] linker Oberschenkel
        [right] rechter Oberschenkel
       *[both] beide Oberschenkel
    } nach hinten gestreckt
figure-hip-out =
    { $side ->
        [left] linkes Knie
        [right] rechtes Knie
       *[both] beide Knie
    } nach außen gedreht
figure-hip-in =
    { $side ->
        [left] linker Oberschenkel
        [right] rechter Oberschenkel
       *[both] beide Oberschenkel
    } nach innen gedreht
figure-hip-wide =
    { $side ->
        [left] linker Oberschenkel
        [right] rechter Oberschenkel
       *[both] Oberschenkel
    } zur Seite gespreizt
figure-knee-straight =
    { $side ->
        [left] linkes Bein
        [right] rechtes Bein
       *[both] beide Beine
    } gestreckt
figure-knee-right-angle =
    { $side ->
        [left] linkes Knie
        [right] rechtes Knie
       *[both] beide Knie
    } im rechten Winkel
figure-knee-bent =
    { $side ->
        [left] linkes Knie
        [right] rechtes Knie
       *[both] beide Knie
    } gebeugt
figure-knee-folded =
    { $side ->
        [left] linkes Knie
        [right] rechtes Knie
       *[both] beide Knie
    } ganz gebeugt

# Arms and feet that touch nothing.
figure-arm-forward =
    { $side ->
        [left] linker Arm
        [right] rechter Arm
       *[both] beide Arme
    } gerade vor der Brust
figure-arm-past-head =
    { $side ->
        [left] linker Arm
        [right] rechter Arm
       *[both] beide Arme
    } über den Kopf hinaus gestreckt
figure-arm-sideways =
    { $side ->
        [left] linker Arm
        [right] rechter Arm
       *[both] beide Arme
    } zur Seite

# What is held, worn or squeezed.
figure-band-thighs = ein Band um beide Oberschenkel oberhalb der Knie
figure-band-hands = ein Band zwischen den Händen
figure-strap-foot = ein Gurt von den Händen um den { $side ->
    [left] linken
   *[right] rechten
} Fuß
figure-ball-knees = ein Ball zwischen den Knien
figure-ball-seat = ein Ball zwischen Wand oder Boden und der { $side ->
    [left] linken
   *[right] rechten
} Gesäßseite
figure-cushion-knees = ein Kissen zwischen den Knien

# What touches what.
figure-touch = { $part } { $on }
figure-feet-flat = beide Füße flach am Boden
figure-foot-flat =
    { $side ->
        [left] linker
       *[right] rechter
    } Fuß flach am Boden
figure-hands-floor = beide Hände am Boden
figure-hand-floor =
    { $side ->
        [left] linke
       *[right] rechte
    } Hand am Boden
figure-heels-together = Fersen zusammen
figure-on-block = Hüften auf einem Block
figure-part-ankle =
    { $side ->
        [left] linker
       *[right] rechter
    } Knöchel
figure-part-hand =
    { $side ->
        [left] linke
       *[right] rechte
    } Hand
figure-part-hands = beide Hände
figure-part-foot =
    { $side ->
        [left] linker
       *[right] rechter
    } Fuß
figure-part-knee =
    { $side ->
        [left] linkes
       *[right] rechtes
    } Knie
figure-part-elbow =
    { $side ->
        [left] linker
       *[right] rechter
    } Ellbogen
figure-part-head = Kopf
figure-place-thigh = auf dem { $side ->
    [left] linken
   *[right] rechten
} Oberschenkel
figure-place-thighs = auf den Oberschenkeln
figure-place-thigh-back = hinter dem { $side ->
    [left] linken
   *[right] rechten
} Oberschenkel
figure-place-knee = auf dem { $side ->
    [left] linken
   *[right] rechten
} Knie
figure-place-shin = auf dem { $side ->
    [left] linken
   *[right] rechten
} Schienbein
figure-place-shins = auf den Schienbeinen
figure-place-foot = auf dem { $side ->
    [left] linken
   *[right] rechten
} Fuß
figure-place-arm = auf dem { $side ->
    [left] linken
   *[right] rechten
} Arm
figure-place-hip = auf der { $side ->
    [left] linken
   *[right] rechten
} Hüfte
figure-place-belly = auf dem Bauch
figure-place-chest = auf der Brust
figure-place-wall = an der Wand
figure-place-step = auf der Stufe
figure-place-chair = auf dem Stuhl
