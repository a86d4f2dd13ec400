import type { Corpus } from "./built-in.js";

export const english: Corpus = {
  greet: `hi | hello | hey | hey there | hi there | good morning | good afternoon | good evening | morning | howdy
    hello, is anyone there? | hi bot | hello assistant | yo | sup | what's up | hiya | heyy | helo | hallo
    good day | hi, how are you? | hey how's it going | hello hello | greetings | hi team | evening all | gm
    nice to meet you | hello again | hi, good morning to you | hey you`,
  thanks: `thanks | thank you | thx | ty | tks | thanks a lot | thank you so much | many thanks | much appreciated | cheers
    perfect, thanks | that worked, thank you | great, thanks for your help | appreciate it | thanks, that solved it | tysm
    awesome, thank you | you were very helpful | thank u | it works now, thanks | nice one | that helped a lot
    brilliant, cheers mate | problem solved, thanks | great job | thanx | very kind of you | thanks anyway
    good bot | you saved my day | excellent help`,
  goodbye: `bye | goodbye | see you | see ya | bye bye | have a nice day | talk to you later | that's all for today | cya | take care
    i'm done, bye | ok bye | until next time | farewell | have a good one | good night | nothing else, bye | gotta go
    that will be all | see you tomorrow | later! | ttyl | i have to leave now, bye | have a great weekend | end chat
    that's everything, goodbye | i'm leaving | catch you later`,
  help: `what are you for | what are you even good for | help | what can you do? | what can you help me with | how does this work | what are my options | show me the menu | menu
    i need help | can you help me? | help me please | what do you know | what services do you offer | how can you help
    list the options | i don't know where to start | what can i ask you | what is this chat for | options please | commands
    show me what is available | give me some examples of what you do | which things can i request here | pls help
    what are you able to do for me | start over and show the options | main menu | how do i use this chat | hlep
    tell me what you can do | i'm lost, guide me | what kind of requests do you handle`,
  "are-you-a-bot": `are you a bot? | are you a robot | are you human | are you a real person? | am i talking to a machine
    is this a bot | is there a real human behind this | who are you | what are you | what's your name | are you an ai | r u a bot
    are you chatgpt | is this automated | do i talk to a computer or a person | you sound like a robot | are u real
    am i chatting with a human or a program | who am i talking to | who made you | are you artificial intelligence
    is it a person answering me | do you have feelings | are you alive | tell me your name | you're a bot right?`,
  "change-language": `speak spanish | can we talk in spanish? | switch to portuguese | change language | portuguese please
    i want to change the language | do you speak english? | english please | can you answer in english | speak english
    i don't speak spanish | i don't understand portuguese, english please | in english | set the language to spanish
    can i write in portuguese | switch language to english | please write in english | other language | language settings of this chat
    i prefer spanish | change to english | let's continue in english | what languages do you speak | no spanish please, english
    could you translate this chat to portuguese | english`,
  yes: `yes | yeah | yep | yup | sure | of course | ok | okay | correct | that's right | exactly | right | absolutely | please do
    yes please | go ahead | sounds good | affirmative | y | definitely | do it | that's it | yes, that's what i want | confirm
    i agree | fine by me | ya | sure thing | ok go on | indeed | yess | that one | yes it is | works for me | k`,
  no: `no | nope | nah | no thanks | not really | no thank you | not at all | negative | n | that's not it | wrong | incorrect
    none of these | none of them | no, that's not what i meant | not what i asked | i don't think so | don't | never | no way
    it isn't | no it's something else | not that | neither | that's wrong | noo | that did not help | no, it still doesn't work
    not this one | nothing like that | nop | no, different problem`,
  cancel: `cancel | never mind | nevermind | forget it | stop | abort | cancel that | i changed my mind | quit | exit | go back
    leave it | drop it | cancel this request | stop this | i don't want to continue | scratch that | don't open it
    undo that | let's stop here | discard it | no longer needed | cancel everything | i want to start over | back | reset
    forget about it | please stop the form | get me out of this | i'd rather not continue | abandon this`,
  "talk-to-attendant": `talk to an attendant | talk to a human | i want to speak to a person | agent | human please | operator
    connect me to an agent | live agent | real person please | can i talk to someone? | transfer me to support | speak to a representative
    i need a human being | let me talk to somebody | give me a person | i'd like to chat with an attendant | customer service agent
    is there someone i can talk to | please put me through to a technician | get me a human now | speak with the help desk staff
    i want to talk to a live person | call an analyst | can a technician chat with me | attendant | representative
    i don't want to talk to a robot, get me a person | transfer to a human agent | need to speak w someone from IT
    can somebody from support contact me | hand me over to a colleague | human agent pls | could i speak with your supervisor
    i wanna talk 2 a human | i prefer talking to a person | i'd rather deal with a real human
    no more bots, a human please | stop, give me somebody of flesh and blood | not this machine, a proper person`,
  "resume-attendance": `resume attendance | continue my conversation with the attendant | go back to my agent | resume my chat
    i was talking to an agent | the chat dropped, reconnect me | reconnect me with the attendant | continue where we stopped
    i was talking to someone and got disconnected | return to my previous conversation | back to the technician i was talking to
    resume the previous chat | continue the attendance | can i get back to the person who was helping me | my chat was cut off
    pick up our conversation with support | i lost the connection with the attendant | continue with the same agent
    reopen my conversation with support | i was waiting in the queue, put me back | resume chat with agent | where did my agent go
    i want to go on with the earlier conversation | restore my attendance | connection fell while i was with the analyst
    take me back to the chat with the human`,
  frustration: `this bot is a disaster | what a terrible bot | you are the worst bot ever | worst bot i have seen
    this is useless | you are useless | you're stupid | this is ridiculous | i hate this | what a piece of crap | wtf
    you don't understand anything | this is a waste of time | i'm fed up | this is so frustrating | you never help | idiot
    stupid bot | i've been waiting forever | nothing works here | worst support ever | are you kidding me | damn it
    i'm really angry | this is unacceptable | you suck | go to hell | screw you | for god's sake | i have asked this three times already
    it's the fourth time i ask and nobody solves it | terrible service | what a joke of a service | dumb machine | shut up
    this crap never works | i'm losing my patience | absolutely terrible experience | you keep repeating the same thing | bullshit
    f*** this | fuck off | you're not helping at all | nobody ever answers me
    you are trash | this is garbage | what a load of rubbish`,
  "new-ticket": `open a ticket | i want to open a ticket | create a ticket | new ticket | log an incident | report a problem | raise a ticket
    i need to report an issue | submit a request | i want to make a request | register an incident | file a complaint with support
    open a new request for me | can you log a call? | i have a problem | something is broken | i'd like to register a new request
    create an incident please | please open a case | i need to raise a service request | i want to report something
    how do i open a ticket? | start a new ticket | make a ticket for this | open a support case | new request | new incident
    could you register this problem | send this to support as a ticket | pls open tiket | log a fault`,
  "ticket-status": `what's the status of my ticket? | ticket status | status of ticket 1042 | how is my request going | any news on my ticket
    where is my ticket | check my ticket | follow up on my request | is my incident solved yet? | has someone looked at my ticket
    what happened to ticket 2231 | track my request | update on INC-1001 | show my tickets | my open tickets | list my requests
    when will my ticket be resolved | i opened a ticket yesterday, any update? | who is handling my ticket | progress of my case
    i want to know how my ticket is doing | status update please on request 553 | did you close my ticket | my ticket number is 1207
    check request number 88 | any update on my case | have you fixed what i reported last week | see my calls | look up ticket 77412
    is there any progress with my open incident | status of my tiket`,
  "out-of-scope": `translate thank you into japanese | translate hello to korean | what's the weather like today | will it rain tomorrow | tell me a joke | who won the game last night | play some music
    what is the capital of france | how do i make pancakes | give me a recipe for chicken soup | who is the president of the united states
    what's the meaning of life | sing me a song | how tall is mount everest | what time is it in tokyo | translate dog to german
    write me a poem about autumn | what should i have for dinner | how far is the moon | who painted the mona lisa
    recommend me a good movie | what's the score of the football match | how many calories are in a banana | is god real
    what's the best restaurant near here | set an alarm for 7 am | buy me a plane ticket to lisbon | what is the bitcoin price
    tell me about world war two | how do i lose weight | my dog is sick what should i do | do you like me | will you marry me
    what is 25 times 14 | turn on the living room lights | when is the next bus | book a table for two | what's your favourite colour
    which horse should i bet on | how do i remove a wine stain from a shirt | who sings this song | tell me a fun fact
    what is the exchange rate of the euro | how old is the universe | should i buy tesla stock | any good books to read
    how to train for a marathon | what's on tv tonight | my girlfriend left me | plan a trip to rome for me | roll a dice
    what's the tallest building in the world | how do i grow tomatoes | asdfgh | qwerty qwerty | blah blah blah | lorem ipsum dolor
    how many people live in brazil | explain quantum physics | what star sign is march | call an uber | order a pizza
    find me a cheap hotel in madrid | how do i change a flat tire | when did the titanic sink | is it safe to eat raw eggs
    who is the best player in the world | what are the lottery numbers | can cats eat chocolate | tell me a story
    what do you think about politics | what is your opinion on football | where can i buy cheap shoes | where do people go on saturdays
    how do i fix a leaking tap | how do i repair a bicycle chain | how can i learn to play the guitar | how do i knit a scarf
    my head hurts | my knee hurts when i run | i have a cold, what should i take | my cat does not eat | my neighbour is too loud
    is there a god | is there life on mars | is there a pharmacy open now | is it cold outside | is coffee bad for you
    i want to sing | dance for me | say something funny | say a tongue twister | guess my age | do a barrel roll | count to ten
    book a hotel in rome | book me a train to vienna | rent me a car | order me some sushi | buy flowers for my mother
    who will win the election | who invented the telephone | who wrote don quixote | who is your favourite singer | who let the dogs out
    when was napoleon born | when does summer start | what day is christmas this year | what does my horoscope say | what is love
    give me a number between 1 and 100 | give me dating advice | give me the news | tell me what to wear | tell me something about cats
    can you cook | can you drive a car | can i borrow some money | can dogs eat grapes | could you write my essay about shakespeare
    i like pizza | i am bored | i am hungry | i love you | i hate mondays | i'm sad today | i feel lonely | let's play a game
    the coffee here is awful | the food was cold | my car does not start | my bike was hit by a bus | traffic is terrible today
    my car broke down | the window is broken | my glasses are broken | the fridge is empty | the elevator is stuck | the door does not close
    my washing machine makes noise | the shower is cold | my desk is too small | i broke my arm | the radio at home has no signal
    my watch stopped | the kettle does not work | the roof is leaking | i need a haircut | i need a doctor | i need a new bed for my flat
    i need a visa for china | how do i apply for a mortgage | how do i apply for a scholarship | what is the postal code of madrid
    which car should i buy | which camera is good for holidays | what is the best tablet for kids | what game console should i get
    when is my birthday | how much does a house cost | how much does a pilot earn | can you order pens and paper | the plants need water
    who cleans the windows | where is the nearest bus stop | where can i smoke | is the gym open on sunday | i want to change my health insurance
    see you at the beach this weekend | have you seen the new film | say good evening in german | what is goodbye in italian`,
};
